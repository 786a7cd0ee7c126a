namespace Aspire.Hosting.ApplicationModel;

/// <summary>How names of each kind are compared, in one place.</summary>
internal static class StringComparisons
{
    public const StringComparison ResourceName = StringComparison.OrdinalIgnoreCase;
    public const StringComparison EndpointName = StringComparison.OrdinalIgnoreCase;
    public const StringComparison EndpointScheme = StringComparison.OrdinalIgnoreCase;
    public const StringComparison CommandName = StringComparison.Ordinal;

    public static StringComparer ResourceNameComparer => StringComparer.OrdinalIgnoreCase;
}
