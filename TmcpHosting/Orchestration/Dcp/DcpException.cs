using System.Net;

namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>dcp refused a request or cannot be reached any more.</summary>
internal sealed class DcpException : Exception
{
    public DcpException(string message, HttpStatusCode? status = null, Exception? inner = null)
        : base(message, inner) => Status = status;

    /// <summary>Answer code, null when there was no answer.</summary>
    public HttpStatusCode? Status { get; }
}
