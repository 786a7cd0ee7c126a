namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something whose text is known only later, such as the URL of an endpoint.</summary>
public interface IValueProvider
{
    /// <summary>The text; waits until it is known.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The text, or null when there is none.</returns>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);

    /// <summary>The text as the given caller has to see it.</summary>
    /// <param name="context">Who asks, and from which network.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The text, or null when there is none.</returns>
    ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) =>
        GetValueAsync(cancellationToken);
}
