using Microsoft.Extensions.Options;
using Tmcp.Bridge.Configuration;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.Identity;

/// <summary>Decides whose rights a call has.</summary>
internal sealed class CallerResolver(TokenValidator tokens, ServiceAccount service, IOptions<BridgeOptions> options)
{
    /// <summary>
    /// The caller's own account when it presents a token, whatever the setting; else what <see cref="BridgeOptions.AnonymousCallers"/> says.
    /// </summary>
    public Task<Caller> ResolveAsync(string? presentedToken, CancellationToken cancellationToken)
    {
        if (presentedToken is not null)
            return tokens.ValidateAsync(presentedToken, cancellationToken);
        if (options.Value.AnonymousCallers == AnonymousCallers.ServiceAccount)
            return service.GetAsync(cancellationToken);
        throw new CallFailedException($"This call has no PocketBase token, and the bridge answers no one without. {TokenValidator.SignInHint}");
    }
}
