namespace Aspire.Hosting;

/// <summary>Something about the application as a whole is wrong.</summary>
public class DistributedApplicationException : Exception
{
    /// <summary>Creates the exception with a default message.</summary>
    public DistributedApplicationException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, on which thing, and what to do.</param>
    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What failed, on which thing, and what to do.</param>
    /// <param name="inner">The cause.</param>
    public DistributedApplicationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
