"""How example networks fare: the course of their life, and the quirks that make findings differ."""

from enum import StrEnum, auto


class Course(StrEnum):
    """What became of a network, as of the day of the file."""

    RECOGNISED = auto()  # for years
    RENEWED = auto()  # recognised in two spans that follow each other
    RETURNED = auto()  # recognised, a gap, recognised again
    TAKEN_OVER = auto()  # recognised since nobody knows when, recorded for two years
    NEW = auto()  # recognised for some weeks
    STARTING = auto()  # no status yet
    FORMING = auto()
    APPLIED = auto()
    REJECTED = auto()
    PARTNER = auto()  # a partner network
    PAUSED = auto()  # was recognised, now in a gap
    DISSOLVED = auto()
    WITHDRAWN = auto()
    UNKNOWN = auto()


class Quirk(StrEnum):
    """Something a network does differently from one that does everything right."""

    FEW_MEETINGS = auto()
    NO_MEETINGS = auto()
    CONTACTS_NOT_REPORTED = auto()
    FEW_INTERMEDIARIES = auto()
    FEW_PARTNERS = auto()  # three intermediaries, nobody beside them
    NO_PARTNERS = auto()
    UNKNOWN_AREAS = auto()
    VACANT_MODERATION = auto()
    ONE_PERSON = auto()
    TWO_MODERATORS = auto()
    NO_CONTACTS = auto()
    CONTACTS_OF_ENTERPRISES = auto()
    CONTACT_WITHOUT_ORGANISATION = auto()
    CONTACTS_HIDDEN = auto()
    MANDATORY_FEE = auto()
    FEE_UNDECLARED = auto()
    REFUSED_WITHOUT_REASON = auto()
    REQUEST_OPEN_TOO_LONG = auto()
    OUTSIDE_FEDERATION = auto()
    ASKED_TO_JOIN = auto()
    BULLETIN_MISSED = auto()
    BULLETIN_OPEN = auto()
    REPORT_MISSING = auto()
    REPORT_LATE = auto()
    ABSENT_FROM_PLENUM = auto()
    ABSENT_FROM_TRANSFER_GROUP = auto()
    CONSENSUS_BROKEN = auto()
    NO_DECISIONS = auto()
    NOT_ACKNOWLEDGED = auto()
    ACKNOWLEDGEMENT_OPEN = auto()
    PROMOTION = auto()
    ASSESSMENT_OUTDATED = auto()
    ASSESSMENT_MISSING = auto()
