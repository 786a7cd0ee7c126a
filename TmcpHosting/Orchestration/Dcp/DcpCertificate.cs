using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Aspire.Hosting.Orchestration.Dcp;

/// <summary>The certificate of one session's API server.</summary>
internal static class DcpCertificate
{
    /// <summary>
    /// Lets .NET read every authority that this machine trusts: it does so at the first TLS connection of a process, whatever that
    /// connection trusts, and takes 0.1 s, in which dcp can come up.
    /// </summary>
    public static void WarmUp()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=tmcp-warm-up", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        // What it finds is of no interest.
        _ = chain.Build(certificate);
    }

    /// <summary>
    /// Writes a P-256 certificate for 127.0.0.1. dcp's own RSA-4096 key takes 0.5 to 2.4 s to make, this one a millisecond.
    /// </summary>
    public static (string Certificate, string Key) Write(string folder, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=tmcp-dcp", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1", "Server Authentication")], critical: false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        using var certificate = request.CreateSelfSigned(now.AddMinutes(-5), now.AddDays(30));

        var certificateFile = Path.Combine(folder, "server.pem");
        var keyFile = Path.Combine(folder, "server.key");
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        PrivateFile.Write(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificateFile, keyFile);
    }
}
