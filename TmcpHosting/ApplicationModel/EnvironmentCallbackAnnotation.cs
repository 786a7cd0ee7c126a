namespace Aspire.Hosting.ApplicationModel;

/// <summary>Code that writes environment variables of a resource. Annotations run in the order they were added.</summary>
public class EnvironmentCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Writes one variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="callback">Makes its value.</param>
    public EnvironmentCallbackAnnotation(string name, Func<string> callback)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(callback);
        Callback = context =>
        {
            context.EnvironmentVariables[name] = callback();
            return Task.CompletedTask;
        };
    }

    /// <summary>Writes into the dictionary of variables.</summary>
    /// <param name="callback">The code.</param>
    public EnvironmentCallbackAnnotation(Action<Dictionary<string, object>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Callback = context =>
        {
            callback(context.EnvironmentVariables);
            return Task.CompletedTask;
        };
    }

    /// <summary>Writes into the context.</summary>
    /// <param name="callback">The code.</param>
    public EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Callback = context =>
        {
            callback(context);
            return Task.CompletedTask;
        };
    }

    /// <summary>Writes into the context.</summary>
    /// <param name="callback">The code.</param>
    public EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) =>
        Callback = callback ?? throw new ArgumentNullException(nameof(callback));

    /// <summary>The code.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; }
}
