using Microsoft.Extensions.Options;

namespace Tmcp.Bridge.Configuration;

/// <summary>The service account can only stand in for callers when there is one.</summary>
internal sealed class AnonymousCallersValidator(IOptions<PocketBaseOptions> pocketBase) : IValidateOptions<BridgeOptions>
{
    public ValidateOptionsResult Validate(string? name, BridgeOptions options) =>
        options.AnonymousCallers == AnonymousCallers.ServiceAccount && !pocketBase.Value.HasAccount
            ? ValidateOptionsResult.Fail(
                "Bridge:AnonymousCallers is ServiceAccount but the bridge has no account. Set POCKETBASE_USER and POCKETBASE_PASSWORD, or set it to Refuse.")
            : ValidateOptionsResult.Success;
}
