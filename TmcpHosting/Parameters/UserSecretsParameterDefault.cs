using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.Parameters;

/// <summary>
/// A default that is made once and then kept in the user secrets. It reads them itself, because configuration contains them only in
/// the Development environment, and a second value would lock the user out of existing data.
/// </summary>
internal sealed class UserSecretsParameterDefault(UserSecretsStore store, string key, ParameterDefault inner) : ParameterDefault
{
    public override string GetDefaultValue() => store.GetOrAdd(key, inner.GetDefaultValue);

    public override void WriteToManifest(ManifestPublishingContext context) => inner.WriteToManifest(context);
}
