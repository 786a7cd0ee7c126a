namespace Tmcp.Agent.Bridge;

/// <summary>The token that belongs to the MCP call running in this asynchronous flow.</summary>
internal sealed class CallerTokenScope
{
    private readonly AsyncLocal<string?> _token = new();

    public string? Token => _token.Value;

    /// <summary>Sets the token until the surrounding asynchronous method returns.</summary>
    public void Use(string token) => _token.Value = token;
}
