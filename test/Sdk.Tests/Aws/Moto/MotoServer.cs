using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Amazon.Runtime;

[assembly: AssemblyFixture(typeof(SonicBridge.Sdk.Tests.Aws.Moto.MotoServer))]

namespace SonicBridge.Sdk.Tests.Aws.Moto;

/// <summary>moto, an emulator of AWS in Python: started by the first test that asks for it, where it is installed.</summary>
public sealed partial class MotoServer : IDisposable
{
    private const string Missing = "moto_server is not installed: pip install 'moto[server]'.";

    private readonly Lazy<(Process Process, string Url)?> running = new(Start);

    /// <summary>The configuration, pointed at the emulator; skips the test where there is none.</summary>
    public T Reach<T>(T config)
        where T : ClientConfig
    {
        Assert.SkipWhen(running.Value is null, Missing);
        config.ServiceURL = running.Value.Value.Url;
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }

    /// <summary>Makes or finds what a test needs of a service that has no stand-in, in the query protocol.</summary>
    public async Task<string> ArrangeAsync(string service, Dictionary<string, string> form)
    {
        Assert.SkipWhen(running.Value is null, Missing);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, running.Value.Value.Url)
        {
            Content = new FormUrlEncodedContent(form),
        };
        // The emulator routes by the service that a signature names, and checks none.
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDTEST/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0"
        );
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(answer);
        return answer;
    }

    public void Dispose()
    {
        if (running is { IsValueCreated: true, Value: var (process, _) })
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    private static (Process Process, string Url)? Start()
    {
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", "0"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            },
        };
        var url = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        // The log is read to its end, so that the emulator never waits for that.
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                url.TrySetResult(null);
            }
            else if (Address().Match(line.Data) is { Success: true } address)
            {
                url.TrySetResult(address.Value);
            }
        };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            process.Dispose();
            return null;
        }

        process.BeginErrorReadLine();
        // None: moto is there, but not what its server needs, and it has said so and ended.
        return url.Task.GetAwaiter().GetResult() is { } address ? (process, address) : null;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
