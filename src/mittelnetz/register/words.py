"""Word lists of the register. What is stored is the code; the label is German and translated by gettext."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FederationLevel(TextChoices):
    NATIONAL = "national", _("bundesweit")
    REGIONAL = "regional", _("regional")


class Status(TextChoices):
    UNKNOWN = "unknown", _("Status nicht bekannt")
    FORMING = "forming", _("in Gründung")
    APPLIED = "applied", _("Anerkennung beantragt")
    RECOGNISED = "recognised", _("anerkannt")
    REJECTED = "rejected", _("nicht anerkannt")
    PARTNER_NETWORK = "partner_network", _("Partnernetzwerk")
    DISSOLVED = "dissolved", _("aufgelöst")
    WITHDRAWN = "withdrawn", _("Anerkennung entzogen")


class ContactFunction(TextChoices):
    COORDINATION = "coordination", _("Koordination")
    MODERATION = "moderation", _("Moderation")


class RequestOutcome(TextChoices):
    OPEN = "open", _("offen")
    ACCEPTED = "accepted", _("angenommen")
    REFUSED = "refused", _("abgelehnt")


class RefusalReason(TextChoices):
    NOT_COMMITTED = "not_committed_to_aims", _("bekennt sich nicht zu den Zielen")
    OTHER = "other", _("anderer Grund")


class ContributionPurpose(TextChoices):
    FOUNDATION = "foundation", _("Stiftung")
    SPONSORING = "sponsoring", _("Förderung des Netzwerks")


class CooperationKind(TextChoices):
    NETWORK = "network", _("Netzwerk")
    EXPERT_GROUP = "expert_group", _("Fachgruppe")
    INQA = "inqa", _("INQA-Netzwerk")
    OTHER = "other", _("Sonstige")


class FrameworkDocument(TextChoices):
    PRINCIPLES = "principles", _("Grundprinzipien")
    CRITERIA = "criteria", _("Kriterien")
    COOPERATION = "cooperation", _("Kriterien der Zusammenarbeit")


class Answer(TextChoices):
    YES = "yes", _("Ja")
    NO = "no", _("Nein")


class Coverage(TextChoices):
    """How the networks cover a district; computed, never stored."""

    WHOLE = "whole", _("Netzwerk")
    NESTED = "nested", _("Netzwerk im Netzwerk")
    OVERLAP = "overlap", _("Überschneidung ohne Zustimmung")
    PART = "part", _("nur einzelne Gemeinden")
    FORMING = "forming", _("Netzwerk in Gründung")
    NONE = "none", _("noch kein Netzwerk")


LINKS = {
    "contact": _("Ansprechpersonen"),
    "contribution": _("Förderbeiträge"),
    "distinction_organisations": _("Vermerke, dass ähnliche Einträge andere sind"),
    "federationpartnership": _("Zeiten als Partner der Offensive"),
    "formerid": _("frühere Kennungen"),
    "intermediaryoverride": _("Entscheidungen, ob sie intermediär ist"),
    "mandate": _("Vertretungen"),
    "offer": _("Angebote"),
    "organisation": _("untergeordnete Organisationen"),
    "organisationsource": _("Quellen"),
    "partnerrequest": _("Anfragen"),
    "partnership": _("Partnerschaften in Netzwerken"),
    "seat": _("Sitze in Gremien"),
    "servicearea": _("Regionen, in denen sie tätig ist"),
}
"""What refers to an organisation, by the name of the model."""
