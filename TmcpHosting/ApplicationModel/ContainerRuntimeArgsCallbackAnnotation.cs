namespace Aspire.Hosting.ApplicationModel;

/// <summary>Code that writes arguments of the container runtime, such as <c>--cap-add</c>.</summary>
public sealed class ContainerRuntimeArgsCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Writes into the context.</summary>
    /// <param name="callback">The code.</param>
    public ContainerRuntimeArgsCallbackAnnotation(Func<ContainerRuntimeArgsCallbackContext, Task> callback) =>
        Callback = callback ?? throw new ArgumentNullException(nameof(callback));

    /// <summary>Writes into the list of arguments.</summary>
    /// <param name="callback">The code.</param>
    public ContainerRuntimeArgsCallbackAnnotation(Action<IList<object>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Callback = context =>
        {
            callback(context.Args);
            return Task.CompletedTask;
        };
    }

    /// <summary>The code.</summary>
    public Func<ContainerRuntimeArgsCallbackContext, Task> Callback { get; }
}
