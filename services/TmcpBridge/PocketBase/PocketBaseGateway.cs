using Tmcp.Bridge.Identity;
using Tmcp.Bridge.Results;

namespace Tmcp.Bridge.PocketBase;

/// <summary>
/// Calls PocketBase in a caller's name and makes sure that an answer fit for a guest is really meant for that caller.
/// </summary>
internal sealed class PocketBaseGateway(PocketBaseClient client, TokenValidator tokens, ServiceAccount service)
{
    public Task<PocketBaseAnswer> GetAsync(Caller caller, string pathAndQuery, CancellationToken cancellationToken) =>
        SendAsync(caller, HttpMethod.Get, pathAndQuery, content: null, cancellationToken);

    public async Task<PocketBaseAnswer> SendAsync(Caller caller, HttpMethod method, string pathAndQuery, byte[]? content, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(method, pathAndQuery, content, caller.Token, cancellationToken);
        if (!GuestAnswer.IsPossible(method, answer))
            return answer;

        try
        {
            await tokens.ValidateAgainAsync(caller.Token, cancellationToken);
            return answer;
        }
        catch (CallFailedException) when (caller.IsService)
        {
            // Nothing was done in the guest's name, so repeating is safe, writes included.
            answer.Dispose();
            service.Reject(caller.Token);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        var renewed = await service.GetAsync(cancellationToken);
        return await client.SendAsync(method, pathAndQuery, content, renewed.Token, cancellationToken);
    }
}
