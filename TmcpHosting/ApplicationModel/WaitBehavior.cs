namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a wait does when its dependency ends or fails first.</summary>
public enum WaitBehavior
{
    /// <summary>It keeps waiting: somebody may start the dependency again.</summary>
    WaitOnResourceUnavailable = 0,

    /// <summary>It fails, and so does the waiting resource.</summary>
    StopOnResourceUnavailable = 1,
}
