from typing import Any

import mittelnetz.core.fields
from django.db import migrations, models

from mittelnetz.core.folding import fold_website


def fold_websites(apps: Any, schema_editor: Any) -> None:
    """What stands there from before is folded as the actions do it."""
    organisations = apps.get_model("register", "Organisation").objects
    found = list(organisations.exclude(website="").only("website"))
    for organisation in found:
        organisation.folded_website = fold_website(organisation.website)
    organisations.bulk_update(found, ["folded_website"], batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0008_error_reports_settled'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisation',
            name='folded_website',
            field=mittelnetz.core.fields.CodeField(blank=True, default='', max_length=500),
            preserve_default=False,
        ),
        migrations.AddIndex(
            model_name='organisation',
            index=models.Index(fields=['folded_website', 'seat'], name='organisation_by_website'),
        ),
        migrations.RunPython(fold_websites, migrations.RunPython.noop),
    ]
