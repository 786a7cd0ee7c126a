using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Tmcp.Gateway;

/// <summary>Failures of the start that a person can put right, without the stack trace that hides what to do.</summary>
internal static class StartFailure
{
    /// <summary>What to tell; null for a failure that is a defect and deserves its stack trace.</summary>
    public static string? Describe(Exception failure) => failure switch
    {
        OptionsValidationException settings => string.Join(Environment.NewLine, settings.Failures),
        // 'Failed to bind to address http://127.0.0.1:8080: address already in use.'
        IOException { InnerException: AddressInUseException } taken => $"{taken.Message} Stop the program that listens there, or set ASPNETCORE_URLS to another address.",
        _ => null,
    };
}
