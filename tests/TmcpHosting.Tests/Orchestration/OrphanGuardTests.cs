using System.Diagnostics;
using Aspire.Hosting.Orchestration.Session;

namespace TmcpHosting.Tests.Orchestration;

public sealed class OrphanGuardTests
{
    [Fact]
    public async Task Dismissed_guard_touches_nothing()
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sleep", "600"))!;
        using (var guard = OrphanGuard.Start())
            guard.Update([ProcessIdentity.Find(process.Id)!]);

        // 4 s: one more than the guard waits before it kills.
        await Assert.ThrowsAsync<TimeoutException>(() => process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(4)));
        process.Kill();
    }
}
