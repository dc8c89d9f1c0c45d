"""Commands as real processes that stop at each system call which changes the disk.

Between two such calls nothing on disk changes, so a process killed at one of them, chosen at random
from all of them, is a process killed at any moment; one killed in the middle of a `write` has
written a part of it. A seccomp filter makes the kernel stop the process there and nowhere else,
which costs microseconds. Whoever traces may kill it, let the call fail, or do something of their own
meanwhile, as an editor that saves.

A command is a child forked from here, which has everything imported, or a fresh interpreter.
Linux on x86-64 only: `supported()` tells.
"""

import contextlib
import ctypes
import gc
import logging
import os
import platform
import random
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from errno import EACCES, EINVAL, EIO, ENOSPC
from pathlib import Path

__all__ = ["LIMIT", "Command", "Strike", "follow", "supported"]

LIMIT = 300
"""Seconds after which a command hangs, wherever other work has the machine."""

WRITES = {"write": 1, "pwrite64": 18, "writev": 20, "pwritev": 296}
CREATES = {"open": 2, "openat": 257}
MOVES = {
    "ftruncate": 77, "truncate": 76, "rename": 82, "mkdir": 83, "rmdir": 84, "creat": 85,
    "link": 86, "unlink": 87, "symlink": 88, "chmod": 90, "fchmod": 91, "fsync": 74,
    "fdatasync": 75, "mkdirat": 258, "unlinkat": 263, "renameat": 264, "linkat": 265,
    "symlinkat": 266, "fchmodat": 268, "utimensat": 280, "fallocate": 285, "renameat2": 316,
    "copy_file_range": 326, "sendfile": 40,
}  # fmt: skip
NAMES = {number: name for name, number in {**WRITES, **CREATES, **MOVES}.items()}
NEED_ROOM = {*WRITES, *CREATES, "mkdir", "fallocate", "ftruncate", "link"}
NEED_LEAVE = {*CREATES, *MOVES} - {"fsync", "fdatasync", "ftruncate", "fallocate"}

_TRACEME, _CONT, _GETREGS, _SETREGS, _SYSCALL, _SETOPTIONS = 0, 7, 12, 13, 24, 0x4200
_FORK, _VFORK, _CLONE, _EXEC, _SECCOMP = 1, 2, 3, 4, 7
_OPTIONS = 0x00100000 | 1 | sum(1 << event for event in (_FORK, _VFORK, _CLONE, _EXEC, _SECCOMP))
_WALL = 0x40000000
_RAX, _RDX, _ORIG_RAX = 10, 12, 15
_UNEXPECTED = 70

_libc = ctypes.CDLL(None, use_errno=True)
_libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
_libc.ptrace.restype = ctypes.c_long
_Registers = ctypes.c_ulonglong * 27


def supported() -> bool:
    """Whether this machine can do it: system call numbers and registers are x86-64's."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        return False
    pid = os.fork()
    if not pid:
        try:
            refused = _libc.ptrace(_TRACEME, 0, None, None)
            _install()
            os._exit(int(refused != 0))
        except OSError:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


@dataclass(frozen=True)
class Strike:
    """What befalls a command at its n-th call that changes the disk."""

    how: str
    """kill, torn (killed in the middle of a write), full, denied, broken (that call only), saved."""
    at: int
    meanwhile: Callable[[str], object] = lambda _name: None
    """For `saved`: what another program does; it is told the call."""
    killed_at: int = 0
    """For `saved`: the call at which the command is then killed; never if 0."""


@dataclass
class Command:
    """One command: how it is called, and afterwards what it did."""

    words: Sequence[str]
    folder: Path
    strike: Strike | None = None
    fresh: bool = False
    watch: Callable[[], object] = lambda: None
    """Called at each of its calls: what is on disk now is what a kill at this moment leaves."""
    lacks: frozenset[str] = frozenset()
    """Calls that the system does not know here."""
    calls: list[str] = field(default_factory=list)
    struck: str = ""
    """The call at which the strike fell; empty if the command was done before."""
    status: int | None = None
    """Exit status, negative for a signal."""
    said: str = ""
    pid: int = 0
    dice: random.Random = field(default_factory=random.Random)


def follow(*commands: Command) -> None:
    """Run commands, all at once, to their ends."""
    owners: dict[int, Command | None] = {}
    for command in commands:
        command.pid = _start(command)
        owners[command.pid] = command
    waiting = {command.pid for command in commands}
    try:
        with _watched(waiting):
            _wait_for(waiting, owners)
    except BaseException:
        _end(waiting)  # a judge found fault at one of its calls
        raise
    for command in commands:
        command.said = _output(command).read_text("utf-8", "replace")
        _output(command).unlink()


@contextlib.contextmanager
def _watched(waiting: set[int]) -> Iterator[None]:
    """Kill what does not end, and say so."""
    late: list[int] = []

    def kill() -> None:
        late.extend(waiting)
        for pid in late:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)

    watch = threading.Timer(LIMIT, kill)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()
        watch.join()
    if late:
        raise TimeoutError(f"a command did not end within {LIMIT} s")


def _end(waiting: set[int]) -> None:
    """Kill commands; a process is gone only when each of its traced threads was waited for."""
    for pid in waiting:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while waiting:
            task, status = os.waitpid(-1, _WALL)
            if os.WIFEXITED(status) or os.WIFSIGNALED(status):
                waiting.discard(task)


def _wait_for(waiting: set[int], owners: "dict[int, Command | None]") -> None:
    while waiting:
        task, status = os.waitpid(-1, _WALL)
        owner = owners.get(task)
        if os.WIFEXITED(status) or os.WIFSIGNALED(status):
            owners.pop(task, None)
            if owner is not None and task == owner.pid:
                owner.status = os.waitstatus_to_exitcode(status)
                waiting.discard(task)
            continue
        if owner is None:  # a thread or a child whose birth is still to be told
            owners[task] = None
            continue
        _go_on(task, status, owner, owners)


def _go_on(task: int, status: int, command: Command, owners: dict[int, Command | None]) -> None:
    event, stopped = status >> 16, os.WSTOPSIG(status)
    if event == _SECCOMP:
        if _at_call(task, command):
            return
    elif event in {_FORK, _VFORK, _CLONE}:
        born = ctypes.c_ulong()
        _libc.ptrace(0x4201, task, None, ctypes.addressof(born))
        if owners.get(born.value, command) is None:
            _trace(_CONT, born.value)
        owners[born.value] = command
    elif stopped == signal.SIGSTOP and not event:
        if not command.calls and task == command.pid:
            _libc.ptrace(_SETOPTIONS, task, None, _OPTIONS)
    elif not event and stopped != signal.SIGTRAP:
        _trace(_CONT, task, stopped)  # a signal of its own
        return
    _trace(_CONT, task)


def _at_call(task: int, command: Command) -> bool:
    """Note a call and strike if it is its turn; True if the process is gone."""
    registers = _registers(task)
    name = NAMES[registers[_ORIG_RAX]]
    command.calls.append(name)
    command.watch()
    if name in command.lacks:
        _refuse(task, registers, EINVAL)
    strike, number = command.strike, len(command.calls)
    if strike is None or number < strike.at:
        return False
    if strike.how in {"kill", "torn"}:
        command.struck = name
        if strike.how == "torn" and name in {"write", "pwrite64"} and registers[_RDX] > 1:
            registers[_RDX] = command.dice.randrange(1, registers[_RDX])
            _libc.ptrace(_SETREGS, task, None, ctypes.addressof(registers))
            _trace(_SYSCALL, task)
            os.waitpid(task, _WALL)
        os.kill(command.pid, signal.SIGKILL)
        return True
    if strike.how == "saved":
        if number == strike.at:
            command.struck = name
            strike.meanwhile(name)
        if strike.killed_at and number >= strike.killed_at:
            os.kill(command.pid, signal.SIGKILL)
            return True
        return False
    error = _error(strike, name, number)
    if error:
        command.struck = command.struck or name
        _refuse(task, registers, error)
    return False


def _refuse(task: int, registers: "ctypes.Array[ctypes.c_ulonglong]", error: int) -> None:
    """Let the call a task stands at fail."""
    registers[_ORIG_RAX], registers[_RAX] = 2**64 - 1, 2**64 - error
    _libc.ptrace(_SETREGS, task, None, ctypes.addressof(registers))


def _error(strike: Strike, name: str, number: int) -> int:
    if strike.how == "full":
        return ENOSPC if name in NEED_ROOM else 0
    if strike.how == "denied":
        return EACCES if name in NEED_LEAVE else 0
    if number != strike.at:
        return 0
    return EIO if name in {*WRITES, "fsync", "fdatasync", "ftruncate"} else EACCES


def _registers(task: int) -> "ctypes.Array[ctypes.c_ulonglong]":
    registers = _Registers()
    _libc.ptrace(_GETREGS, task, None, ctypes.addressof(registers))
    return registers


def _trace(request: int, task: int, data: int = 0) -> None:
    _libc.ptrace(request, task, None, data)


def _output(command: Command) -> Path:
    return command.folder.parent / f".said-{command.pid}"


def _start(command: Command) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    try:
        _prepare(command)
        code = _main(command)
    except BaseException:  # noqa: BLE001 - a child must never go on as its parent
        traceback.print_exc()
        code = _UNEXPECTED
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _prepare(command: Command) -> None:
    output = command.folder.parent / f".said-{os.getpid()}"
    handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for number in (1, 2):
        os.dup2(handle, number)
    os.close(handle)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    logging.getLogger().handlers.clear()  # those of the tests: warnings go to standard error
    gc.disable()  # it would touch, so copy, every page that the child shares
    os.chdir(command.folder)
    os.environ["COLUMNS"] = "200"
    sys.dont_write_bytecode = True
    _libc.ptrace(_TRACEME, 0, None, None)
    os.kill(os.getpid(), signal.SIGSTOP)
    _install()


def _main(command: Command) -> int:
    if command.fresh:
        root = str(Path(__file__).parents[2])
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([root, *sys.path[:1]])}
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
        words = ["-c", "from transflow.cli import main; main()", *command.words]
        os.execve(sys.executable, [sys.executable, *words], environment)
    from transflow.cli import main

    sys.argv = ["transflow", *command.words]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _install() -> None:
    """The filter: calls that write to a file, make, move or remove one stop the process."""

    def code(operation: int, value: int, true: int = 0, false: int = 0) -> bytes:
        return struct.pack("HBBI", operation, true, false, value)

    load, equal, above, any_of, answer = 0x20, 0x15, 0x25, 0x45, 0x06
    stop, go = code(answer, 0x7FF00000), code(answer, 0x7FFF0000)
    program = [code(load, 4), code(equal, 0xC000003E, 1), go, code(load, 0)]
    for number in MOVES.values():
        program += [code(equal, number, 0, 1), stop]
    for number in WRITES.values():  # to files, not to standard output
        program += [code(equal, number, 0, 4), code(load, 16), code(above, 2, 0, 1), stop, go]
    changing = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
    for name, flags in (("open", 1), ("openat", 2)):
        program += [
            code(equal, CREATES[name], 0, 4),
            code(load, 16 + 8 * flags), code(any_of, changing, 0, 1), stop, go,
        ]  # fmt: skip
    program.append(go)
    lines = ctypes.create_string_buffer(b"".join(program))
    whole = ctypes.create_string_buffer(
        struct.pack("HxxxxxxQ", len(program), ctypes.addressof(lines))
    )
    _libc.prctl(38, 1, 0, 0, 0)
    if _libc.prctl(22, 2, ctypes.c_void_p(ctypes.addressof(whole)), 0, 0):
        raise OSError(ctypes.get_errno(), "no seccomp")
