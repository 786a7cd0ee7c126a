using Microsoft.Extensions.Logging;
using Tmcp.Bridge.Telemetry;

namespace Tmcp.Bridge.Results;

/// <summary>Failures as the text that clients know: it begins with <c>Error: </c> and the call itself counts as answered.</summary>
internal static class ErrorText
{
    /// <summary>Whether this failure is one to tell the caller about; others are defects and pass.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is CallFailedException or HttpRequestException or IOException or TaskCanceledException { InnerException: TimeoutException };

    /// <summary>The text of an expected failure.</summary>
    public static string Of(Exception exception, string call, ILogger logger)
    {
        if (exception is CallFailedException)
            return $"Error: {exception.Message}";

        Log.PocketBaseUnreachable(logger, call, exception.Message);
        return $"Error: Request failed: {call} got no answer from PocketBase ({exception.Message}) Try again, or check that PocketBase is healthy.";
    }
}
