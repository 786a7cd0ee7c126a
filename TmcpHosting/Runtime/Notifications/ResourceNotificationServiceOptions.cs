namespace Aspire.Hosting.ApplicationModel;

/// <summary>Options of <see cref="ResourceNotificationService"/>.</summary>
public sealed class ResourceNotificationServiceOptions
{
    /// <summary>
    /// What a wait without a behaviour of its own does when the resource waited for ends or fails. Default: goes on waiting when the
    /// dashboard is on, where someone can start it again; stops when it is off.
    /// </summary>
    public WaitBehavior DefaultWaitBehavior { get; set; }
}
