using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration.Engine;

/// <summary>Native libraries the engine loads at run time; without them it ends at once, with a stack trace instead of a sentence.</summary>
internal static class EnginePrerequisites
{
    private static readonly string[] _crypto = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"];

    // Debian and its family name the library after its version; 50 to 90 covers 2014 to well past today.
    private static readonly string[] _icu =
        ["libicuuc.so", .. Enumerable.Range(50, 41).Reverse().Select(version => $"libicuuc.so.{version}")];

    /// <summary>Throws when dcp (libcrypto) or the dashboard (libicu) could not start.</summary>
    public static void Check() => Check(OperatingSystem.IsLinux(), CanLoad);

    internal static void Check(bool linux, Func<string, bool> canLoad)
    {
        if (!linux)
            return;
        if (!_crypto.Any(canLoad))
            throw new EngineException("The orchestrator needs OpenSSL's libcrypto, which is not installed: install the package 'libssl3' (Debian, Ubuntu), 'openssl-libs' (Fedora) or 'libcrypto3' (Alpine).");
        if (!_icu.Any(canLoad))
            throw new EngineException("The dashboard needs ICU's libicuuc, which is not installed: install the package 'libicu-dev' or 'libicu72' (Debian, Ubuntu), 'libicu' (Fedora) or 'icu-libs' (Alpine).");
    }

    private static bool CanLoad(string library)
    {
        if (!NativeLibrary.TryLoad(library, out var handle))
            return false;
        NativeLibrary.Free(handle);
        return true;
    }
}
