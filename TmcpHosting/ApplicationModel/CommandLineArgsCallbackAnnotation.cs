namespace Aspire.Hosting.ApplicationModel;

/// <summary>Code that writes command-line arguments of a resource. Annotations run in the order they were added.</summary>
public class CommandLineArgsCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Writes into the context.</summary>
    /// <param name="callback">The code.</param>
    public CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) =>
        Callback = callback ?? throw new ArgumentNullException(nameof(callback));

    /// <summary>Writes into the list of arguments.</summary>
    /// <param name="callback">The code.</param>
    public CommandLineArgsCallbackAnnotation(Action<IList<object>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Callback = context =>
        {
            callback(context.Args);
            return Task.CompletedTask;
        };
    }

    /// <summary>The code.</summary>
    public Func<CommandLineArgsCallbackContext, Task> Callback { get; }
}
