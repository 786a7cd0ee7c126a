using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Names volumes so that two AppHosts, or two copies of one, do not share data.</summary>
public static class VolumeNameGenerator
{
    // 10 characters of the hash: enough to tell copies apart, short enough to read.
    private const int HashLength = 10;

    /// <summary>Names a volume: <c>application-hash-resource-suffix</c>.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="suffix">What the volume holds: letters, digits, underscores, dots and hyphens.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentException">The suffix has other characters.</exception>
    public static string Generate<T>(IResourceBuilder<T> builder, string suffix)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(suffix);
        if (!suffix.All(IsAllowed))
        {
            throw new ArgumentException(
                $"The suffix '{suffix}' cannot be part of a volume name. Use ASCII letters, digits, underscores, dots and hyphens.", nameof(suffix));
        }

        var application = builder.ApplicationBuilder;
        var name = string.Concat(application.Environment.ApplicationName.Select(c => IsAllowed(c) ? c : '_')).ToLowerInvariant();
        var hash = (application.Configuration["AppHost:Sha256"] ?? "")[..HashLength].ToLowerInvariant();
        return $"{name}-{hash}-{builder.Resource.Name}-{suffix}";
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';
}
