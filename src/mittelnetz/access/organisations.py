"""Who may do what with an organisation. The subject is its id."""

from django.utils.translation import gettext_lazy as _

from mittelnetz.access.rights import Right, is_office, is_representative

EDIT = Right(
    "organisations.edit",
    (is_representative, is_office),
    _(
        "Das dürfen nur die Vertreterinnen und Vertreter dieser Organisation und die Geschäftsstelle. "
        "Bitte wenden Sie sich an sie."
    ),
)
