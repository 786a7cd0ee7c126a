namespace Aspire.Hosting.ApplicationModel;

/// <summary>What happens to annotations of the same type when one is added.</summary>
public enum ResourceAnnotationMutationBehavior
{
    /// <summary>The new one is added after them.</summary>
    Append = 0,

    /// <summary>They are removed first.</summary>
    Replace = 1,
}
