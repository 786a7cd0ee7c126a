namespace Tmcp.AiOps.Context;

/// <summary>
/// Which services a service needs, from the section <c>AiOps:Dependencies</c>: <c>AiOps__Dependencies__agent=bridge,pocketbase,ollama</c>.
/// </summary>
internal sealed class Dependencies(IConfiguration configuration)
{
    private const int MaxOfOne = 8;

    public IReadOnlyList<string> Of(string service)
    {
        // Names from alerts may hold anything; a colon would reach into other parts of the configuration.
        if (service.Length is 0 or > 100 || service.Contains(':'))
            return [];
        return [.. (configuration[$"AiOps:Dependencies:{service}"] ?? "")
            .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaxOfOne)];
    }
}
