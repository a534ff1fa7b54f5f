"""Who reads the whole journal. The history of one record is read by those who keep it."""

from django.utils.translation import gettext_lazy as _

from mittelnetz.access.rights import Right, is_operator

READ_ALL = Right("journal.read_all", (is_operator,), _("Den ganzen Verlauf liest nur, wer die Technik betreut."))
