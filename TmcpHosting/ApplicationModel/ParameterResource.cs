namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value given from outside: by configuration, by a default, or generated.</summary>
public class ParameterResource : Resource, IExpressionValue
{
    private readonly Lazy<string> _lazyValue;
    private readonly Func<ParameterDefault?, string> _callback;

    /// <summary>Describes a parameter.</summary>
    /// <param name="name">The name.</param>
    /// <param name="callback">Makes the value, given the default. Called once.</param>
    /// <param name="secret">Whether the value is hidden wherever it is shown.</param>
    public ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _callback = callback;
        _lazyValue = new Lazy<string>(() => _callback(Default));
        Secret = secret;
        ConfigurationKey = $"Parameters:{name}";
    }

    /// <summary>Whether the value is hidden wherever it is shown.</summary>
    public bool Secret { get; }

    /// <summary>The value when none is configured; null when one has to be.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>Whether the value is a connection string, and so configured under <c>ConnectionStrings</c>.</summary>
    public bool IsConnectionString { get; set; }

    /// <summary>A sentence about the value, for whoever has to give it.</summary>
    public string? Description { get; set; }

    /// <summary>Whether <see cref="Description"/> is Markdown.</summary>
    public bool EnableDescriptionMarkdown { get; set; }

    /// <summary>The parameter as it stands in a manifest.</summary>
    public string ValueExpression => IsConnectionString ? $"{{{Name}.connectionString}}" : $"{{{Name}.value}}";

    /// <summary>Set while the application runs with somebody who can be asked for the value; values then wait for the answer.</summary>
    internal TaskCompletionSource<string>? WaitForValueTcs { get; set; }

    /// <summary>The value as far as it is known without asking anybody.</summary>
    /// <exception cref="MissingParameterValueException">There is none.</exception>
    internal string ValueInternal => _lazyValue.Value;

    /// <summary>The configuration key of the value, for messages and for storing it.</summary>
    internal string ConfigurationKey { get; set; }

    /// <summary>The value.</summary>
    /// <param name="cancellationToken">Ends the wait for a user who is asked for it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="MissingParameterValueException">There is none.</exception>
#pragma warning disable MA0061 // Aspire declares the tokens without a default
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => WaitForValueTcs is { } pending
        ? await pending.Task.WaitAsync(cancellationToken).ConfigureAwait(false)
        : ValueInternal;

    /// <summary>The value, which is the same for every caller.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Ends the wait for a user who is asked for it.</param>
    /// <returns>The value.</returns>
    /// <exception cref="MissingParameterValueException">There is none.</exception>
    public ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken) => GetValueAsync(cancellationToken);
#pragma warning restore MA0061
}
