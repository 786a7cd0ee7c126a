namespace Aspire.Hosting.ApplicationModel;

/// <summary>The formats allowed behind the colon of a value in an expression.</summary>
internal static class ReferenceExpressionFormats
{
    private const string Uri = "uri";

    /// <summary>Throws for a format that does not exist.</summary>
    public static void ThrowIfUnknown(string? format)
    {
        if (format is not null && !string.Equals(format, Uri, StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"Unknown format '{format}' in a reference expression. Only ':uri' (escape for a URL) is allowed.");
    }

    /// <summary>The value in the given format.</summary>
    public static string? Apply(string format, string? value)
    {
        ThrowIfUnknown(format);
        return value is null ? null : System.Uri.EscapeDataString(value);
    }
}
