using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Orchestration.Execution.Containers;

/// <summary>Text of a value that may still have to be resolved.</summary>
internal static class LateText
{
    public static async Task<string?> OfAsync(object? value, CancellationToken cancellationToken) => value switch
    {
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(cancellationToken),
        IValueProvider provider => await provider.GetValueAsync(cancellationToken),
        _ => value?.ToString(),
    };
}
