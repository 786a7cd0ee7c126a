namespace Aspire.Hosting.Eventing;

/// <summary>How the handlers of an event run.</summary>
public enum EventDispatchBehavior
{
    /// <summary>One after the other, in the order of subscription; publishing waits for them.</summary>
    BlockingSequential,

    /// <summary>All at once; publishing waits for them.</summary>
    BlockingConcurrent,

    /// <summary>One after the other; publishing does not wait.</summary>
    NonBlockingSequential,

    /// <summary>All at once; publishing does not wait.</summary>
    NonBlockingConcurrent,
}
