using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A service outside of the application, known by its URL.</summary>
public sealed class ExternalServiceResource : Resource
{
    /// <summary>Describes a service with a fixed URL.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="uri">The URL, absolute and without path.</param>
    /// <exception cref="ArgumentException">The URL is relative or has a path.</exception>
    public ExternalServiceResource(string name, Uri uri)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (FindProblem(uri.OriginalString) is { } problem)
            throw new ArgumentException($"'{uri}' cannot be the URL of external service '{name}': {problem}.", nameof(uri));
        Uri = uri;
    }

    /// <summary>Describes a service whose URL is the value of a parameter.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="urlParameter">The parameter.</param>
    public ExternalServiceResource(string name, ParameterResource urlParameter)
        : base(name) => UrlParameter = urlParameter ?? throw new ArgumentNullException(nameof(urlParameter));

    /// <summary>The URL; null when a parameter has it.</summary>
    public Uri? Uri { get; }

    /// <summary>The parameter; null when the URL is fixed.</summary>
    public ParameterResource? UrlParameter { get; }

    /// <summary>Why a text cannot be the URL of a service; null when it can.</summary>
    internal static string? FindProblem(string? text) => !Uri.TryCreate(text, UriKind.Absolute, out var uri) || string.IsNullOrEmpty(uri.Host)
        ? "it is not an absolute URL such as 'https://example.com/'"
        : uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "it may have no path, query or fragment" : null;

    /// <summary>The URL, wherever it comes from.</summary>
    /// <exception cref="DistributedApplicationException">The parameter's value is no URL. The message does not repeat it, as it may be secret.</exception>
    internal async ValueTask<Uri> GetUrlAsync(CancellationToken cancellationToken)
    {
        if (Uri is not null)
            return Uri;

        var value = await UrlParameter!.GetValueAsync(cancellationToken).ConfigureAwait(false);
        return FindProblem(value) is { } problem
            ? throw new DistributedApplicationException(
                $"The value of parameter '{UrlParameter.Name}' cannot be the URL of external service '{Name}': {problem}. Correct '{UrlParameter.ConfigurationKey}'.")
            : new Uri(value!);
    }
}
