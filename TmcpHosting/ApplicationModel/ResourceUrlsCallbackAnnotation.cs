namespace Aspire.Hosting.ApplicationModel;

/// <summary>Code that edits the URLs of a resource.</summary>
public sealed class ResourceUrlsCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Edits the URLs.</summary>
    /// <param name="callback">The code.</param>
    public ResourceUrlsCallbackAnnotation(Action<ResourceUrlsCallbackContext> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Callback = context =>
        {
            callback(context);
            return Task.CompletedTask;
        };
    }

    /// <summary>Edits the URLs.</summary>
    /// <param name="callback">The code.</param>
    public ResourceUrlsCallbackAnnotation(Func<ResourceUrlsCallbackContext, Task> callback) =>
        Callback = callback ?? throw new ArgumentNullException(nameof(callback));

    /// <summary>The code.</summary>
    public Func<ResourceUrlsCallbackContext, Task> Callback { get; }
}
