"""Commands of a shell, which are the same in every language although their words are English: `pip install requests`, `git push origin main`.

A command is known by words that begin nothing else, and ends where ordinary words go on.
"""

import re
from collections.abc import Iterator

__all__ = ["COMMAND", "COMMANDS", "quoted_commands"]

COMMANDS = (
    "sudo|git|pip3?|npm|yarn|pnpm|brew|apt|yum|dnf|conda|cargo|gem|docker|kubectl|systemctl|chmod|chown|curl|wget|mkdir|"
    "ssh|scp|rsync"
)
"""Plain words that commands begin with."""
_PART = r"(?:\s(?:--?[\w-]+(?:=\S*\w)?|[\w@./:=~+-]*[\d@/=_~][\w@./:=~+-]*(?<![.:])))"
_WORDS = (
    "a|an|and|the|this|that|it|its|is|was|as|or|to|in|into|on|for|from|of|at|by|with|when|if|before|after|then|again|now|first|once|"
    "will|can|may|must|should|does|works?|fails?|failed|takes|needs|commands?|steps?|scripts?|locally|globally|here|there|all|your|our|not"
)
_PACKAGE = rf"(?:\s(?!(?:{_WORDS})\b)[a-z][a-z0-9-]*(?![\w/=~<>-])(?:(?!\s[a-z])|(?=\s(?:and|or|to|in|on|then|from|first|again|before|with|now)\b)))"
"""A plain word that a manager of packages is given, where a sentence may go on behind it."""
COMMAND = re.compile(
    r"(?a:\b)(?:sudo\s)?(?:"
    r"git\s(?:clone|commit|push|pull|fetch|checkout|switch|branch|merge|rebase|status|diff|log|add|stash|reset|init|tag)"
    r"(?:\s(?:origin|upstream)(?:\s(?:main|master|develop))?)?"
    rf"|(?:pip3?|npm|yarn|pnpm|brew|apt(?:-get)?|yum|dnf|conda|cargo|gem)\s(?:install|uninstall|update|upgrade|remove|run|add|build|test|list){_PACKAGE}?"
    r"|docker\s(?:compose\s)?(?:run|build|pull|push|up|down|ps|exec|stop|start)"
    r"|kubectl\s(?:apply|get|delete|describe|logs)|systemctl\s(?:start|stop|restart|status|enable)"
    rf"|(?:chmod|chown|curl|wget|mkdir|ssh|scp|rsync)(?={_PART}))(?a:\b){_PART}*"
    r"|(?a:\b)sudo(?a:\b)"
    r"|(?<=[Cc]ommand )(?!is\b|was\b|line\b|to\b|and\b|or\b)[a-z][\w.+-]*(?:\s--?[\w=-]+)+(?:\s\|\s[a-z][\w-]*(?:\s[\w.*/-]+)?)*"  # ls -l | grep txt
)
_QUOTED = re.compile(
    r"\"([a-z./~][^\"\n]{1,200})\"|“([a-z./~][^”\n]{1,200})”|‘([a-z./~][^’\n]{1,200})’"
    r"|«\s?([a-z./~][^»\n]{1,200}[^\s»])\s?»|「([a-z./~][^」\n]{1,200})」"
)
_TOOLS = re.compile(
    r"(?<![\w.-])(?:awk|base64|bash|cat|cp|cut|df|diff|dmesg|du|echo|egrep|env|find|grep|gunzip|gzip|head|history|jq|kill|less|ln|ls|lsof|"
    rf"mv|netstat|ps|rm|rmdir|sed|sh|sort|ssh|tail|tar|tee|top|touch|tr|uniq|unzip|wc|who|xargs|zcat|zip|{COMMANDS})(?![\w.-])"
)
_OPTION = re.compile(r"\s--?[A-Za-z][\w-]*(?=[\s=]|$)")
_PIPE = re.compile(rf"\s(?:\||&&)\s{_TOOLS.pattern}")


def quoted_commands(text: str) -> Iterator[tuple[int, int]]:
    """Where whole commands stand between quotation marks: "ls -la | grep foo".

    A known tool begins one that has an option, or a pipe into another tool.

    Args:
        text: Plain text.
    """
    for match in _QUOTED.finditer(text) if " -" in text or " | " in text or "&&" in text else ():
        start, end = match.span(match.lastindex or 0)
        told = text[start:end]
        if _TOOLS.match(told) and (_OPTION.search(told) or _PIPE.search(told)):
            yield start, end
