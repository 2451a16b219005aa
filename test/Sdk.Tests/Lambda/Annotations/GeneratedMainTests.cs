using System.Diagnostics;
using SonicBridge.Sdk.Tests.Lambda.RuntimeSupport;

namespace SonicBridge.Sdk.Tests.Lambda.Annotations;

/// <summary>Executables of functions, compiled here and run as Lambda would run them.</summary>
public sealed class GeneratedMainTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("functions");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Main_runs_the_function_that_ANNOTATIONS_HANDLER_names()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        Build(
            new AProject()
                .WithMain("GenerateMain = true, Runtime = \"dotnet10\"")
                .With(
                    """
                    namespace Shop.Till
                    {
                        public class Seller
                        {
                            private int count;
                            [LambdaFunction(ResourceName = "Sell", Timeout = 3, MemorySize = 256, Role = "@Role")]
                            public async Task<string> Sell(string item, ILambdaContext context)
                            {
                                await Task.Yield();
                                context.Logger.LogInformation("selling {item}", item);
                                Console.Error.WriteLine("not to be sold twice");
                                return $"{item} {++count} {context.FunctionName} {context.MemoryLimitInMB} "
                                    + Environment.GetEnvironmentVariable("AWS_EXECUTION_ENV");
                            }
                            [LambdaFunction] public Task<string> Return(string item) => Task.FromResult($"no {item}");
                        }
                    }
                    namespace Shop.Web
                    {
                        public class Seller { [LambdaFunction] public Task Close() => Task.CompletedTask; }
                    }
                    """
                )
        );

        using (var sell = Start("Sell", api))
        {
            api.Give("tea");
            (await api.PostedAsync()).Body.ShouldBe("tea 1 shop 256 lambda_lib/amazon-lambda-annotations#2.3.0.0");
            api.Give("gin");
            (await api.PostedAsync()).Body.ShouldStartWith("gin 2 ");
            var (output, error) = await EndAsync(sell);
            output.ShouldMatch(
                "^[0-9T:.-]+Z\trequest-1\tinfo\tselling tea\n[0-9T:.-]+Z\trequest-2\tinfo\tselling gin\n$"
            );
            error.ShouldMatch("^[0-9T:.-]+Z\trequest-1\tfail\tnot to be sold twice\n");
        }

        using (var @return = Start("Return", api))
        {
            api.Give("tea");
            (await api.PostedAsync()).Body.ShouldBe("no tea");
            await EndAsync(@return);
        }

        using (var close = Start("Close", api))
        {
            api.Give("tea");
            (await api.PostedAsync()).Body.ShouldBeEmpty();
            await EndAsync(close);
        }
    }

    [Fact]
    public async Task Main_ends_at_once_when_no_function_is_named()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        Build(
            new AProject()
                .WithMain()
                .With(
                    "namespace Shop { public class A { [LambdaFunction] public Task<string> B(string c) => null!; } }"
                )
        );

        using var process = Start("Unknown", api);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0);
        api.Waiting.IsCompleted.ShouldBeFalse();
    }

    private void Build(AProject project)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "Shop.dll"), project.Emit());
        foreach (var library in Directory.EnumerateFiles(AppContext.BaseDirectory, "Amazon.Lambda.*.dll"))
        {
            File.Copy(library, Path.Combine(folder.FullName, Path.GetFileName(library)));
        }

        File.WriteAllText(
            Path.Combine(folder.FullName, "Shop.runtimeconfig.json"),
            $$"""{ "runtimeOptions":{"framework":{"version":"{{Environment.Version}}","name":"Microsoft.NETCore.App" } } }"""
        );
    }

    private Process Start(string handler, LoopbackRuntimeApi api) =>
        Process.Start(
            new ProcessStartInfo("dotnet", ["exec", Path.Combine(folder.FullName, "Shop.dll")])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment =
                {
                    ["ANNOTATIONS_HANDLER"] = handler,
                    ["AWS_LAMBDA_RUNTIME_API"] = api.HostAndPort,
                    ["AWS_LAMBDA_FUNCTION_NAME"] = "shop",
                    ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256",
                    ["AWS_EXECUTION_ENV"] = "lambda",
                },
            }
        )!;

    private static async Task<(string Output, string Error)> EndAsync(Process process)
    {
        process.Kill();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (await output, await error);
    }
}
