using System.Security.Cryptography;
using System.Text;
using TmcpEmulators.Facebook.Faults;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>What comes before every call: faults that a test asked for, the token, the limits. Then the call itself, whose parameters may be wrong.</summary>
internal sealed class GraphCall(FacebookSettings settings, CallMeter meter, FaultPlan faults)
{
    private static readonly (string Word, GraphError Error)[] SpeakingTokens =
    [
        ("expired", GraphError.ExpiredToken), ("invalid", GraphError.InvalidToken), ("readonly", GraphError.NoPermission),
    ];

    public async Task<IResult> RunAsync(HttpContext context, string id, Func<GraphParameters, IResult> answer)
    {
        if (await faults.ApplyAsync(context.RequestAborted) is { } fault)
            return fault;
        var parameters = await GraphParameters.ReadAsync(context);
        if (parameters.Token is not { } token)
            return GraphError.NoToken;
        if (Wrong(token, isWrite: !HttpMethods.IsGet(context.Request.Method)) is { } error)
            return error;

        var used = meter.Call(token);
        context.Response.Headers["X-App-Usage"] = $$"""{"call_count":{{Math.Min(used, 100)}},"total_cputime":0,"total_time":0}""";
        if (used > 100)
            return GraphError.TooManyCalls;
        if (settings.PageToken is not null && id != "me" && id.Split('_')[0] != settings.PageId)
            return GraphError.UnknownObject(context.Request.Method.ToLowerInvariant(), id);
        try
        {
            return answer(parameters);
        }
        catch (FormatException exception)
        {
            return GraphError.Parameter(exception.Message);
        }
    }

    private GraphError? Wrong(string token, bool isWrite)
    {
        if (settings.PageToken is { } known)
            return CryptographicOperations.FixedTimeEquals(Hash(token), Hash(known)) ? null : GraphError.InvalidToken;
        var error = Array.Find(SpeakingTokens, speaking => token.Contains(speaking.Word, StringComparison.OrdinalIgnoreCase)).Error;
        return error == GraphError.NoPermission && !isWrite ? null : error;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
