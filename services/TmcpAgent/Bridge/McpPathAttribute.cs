using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Client;

namespace Tmcp.Agent.Bridge;

/// <summary>Demands an address from whose end the transport can be told.</summary>
/// <param name="key">The configuration key a person would set, for the error text.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class McpPathAttribute(string key) : ValidationAttribute
{
    /// <summary>The transport spoken at an address, or null when its end does not say.</summary>
    public static HttpTransportMode? TransportOf(Uri address) => address.AbsolutePath.TrimEnd('/') switch
    {
        var path when path.EndsWith("/sse", StringComparison.OrdinalIgnoreCase) => HttpTransportMode.Sse,
        var path when path.EndsWith("/mcp", StringComparison.OrdinalIgnoreCase) => HttpTransportMode.StreamableHttp,
        _ => null,
    };

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not Uri { IsAbsoluteUri: true } address || TransportOf(address) is not null
            ? ValidationResult.Success
            : new($"{key} is '{value}': end it in /sse (HTTP+SSE) or /mcp (streamable HTTP).");
}
