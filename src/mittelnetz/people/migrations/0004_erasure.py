from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_accounts_by_invitation")]

    operations = [
        migrations.AddField("person", "erasure_asked_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("person", "erased_at", models.DateTimeField(blank=True, null=True)),
    ]
