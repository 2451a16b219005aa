using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace SonicBridge.Sdk.Tests.Aws.Botocore;

/// <summary>AWS's own model of a service, as the Python SDK carries it.</summary>
internal sealed class ServiceModel(JsonNode root)
{
    private static readonly ConcurrentDictionary<string, ServiceModel> Known = new(StringComparer.Ordinal);

    public JsonNode Operation(string name) => root["operations"]![name]!;

    public JsonNode Shape(string name) => root["shapes"]![name]!;

    public string? Metadata(string name) => (string?)root["metadata"]![name];

    public static ServiceModel Load(string service) => Known.GetOrAdd(service, Read);

    /// <summary>Runs a line of Python; skips the test where there is no Python or no botocore.</summary>
    public static string Python(string script)
    {
        try
        {
            using var python = Process.Start(
                new ProcessStartInfo("python3", ["-c", script])
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var error = python.StandardError.ReadToEndAsync();
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            Assert.SkipWhen(
                error.Result.Contains("ModuleNotFoundError", StringComparison.Ordinal),
                "The Python package botocore is not installed: pip install botocore."
            );
            python.ExitCode.ShouldBe(0, error.Result);
            return output.Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed.");
            throw;
        }
    }

    private static ServiceModel Read(string service)
    {
        var package = Python("import botocore; print(botocore.__file__)");
        var folder = Path.Combine(Path.GetDirectoryName(package)!, "data", service);
        var file = Directory
            .EnumerateFiles(folder, "service-2.json*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        using Stream stream = File.OpenRead(file);
        using var text = file.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
        return new ServiceModel(JsonNode.Parse(text)!);
    }
}
