"""Who may do what with a network. The subject is its id."""

from django.utils.translation import gettext_lazy as _

from mittelnetz.access.rights import Right, is_contact, is_in_transfer_group, is_office

EDIT = Right(
    "networks.edit",
    (is_contact, is_office),
    _("Das dürfen nur die Ansprechpersonen dieses Netzwerks und die Geschäftsstelle. Bitte wenden Sie sich an sie."),
)
WATCH = Right(
    "networks.watch",
    (is_in_transfer_group, is_office),
    _("Das sehen nur die AG Transfer und die Geschäftsstelle. Bitte wenden Sie sich an sie."),
)
