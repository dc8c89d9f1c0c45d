"""The door people script with: a project, opened once, asked for what commands do."""

from transflow.project.doctor import Diagnosis, can_translate, examine
from transflow.project.project import Project
from transflow.project.standing import StatusRow, WorkItem

__all__ = ["Diagnosis", "Project", "StatusRow", "WorkItem", "can_translate", "examine"]
