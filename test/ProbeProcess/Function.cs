using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.ProbeProcess;

/// <summary>A Lambda function that does what its event says, over the Runtime API.</summary>
internal static class Function
{
    private static readonly HttpClient Client = new() { Timeout = Timeout.InfiniteTimeSpan };

    public static async Task<int> RunAsync()
    {
        var api = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime";
        switch (Environment.GetEnvironmentVariable("PROBE_INIT"))
        {
            case "error":
                await PostAsync($"{api}/init/error", """{"errorType":"BadStart","errorMessage":"No bucket."}""");
                return 1;
            case "exit":
                Console.Error.WriteLine("cannot start");
                return 3;
            case "hang":
                Console.WriteLine("hanging");
                await Task.Delay(Timeout.Infinite);
                break;
        }

        while (true)
        {
            using var next = await Client.GetAsync(new Uri($"{api}/invocation/next"));
            var id = Header(next, "Lambda-Runtime-Aws-Request-Id");
            var order = JsonNode.Parse(await next.Content.ReadAsStringAsync())!.AsObject();
            var deadline = long.Parse(Header(next, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture);
            var answer = $"{api}/invocation/{id}/response";
            // A tool's arguments, where the event is one's.
            switch ((string?)(order["do"] ?? order["arguments"]?["do"]))
            {
                case "text":
                    await PostAsync(answer, "cars: none");
                    break;
                case "nothing":
                    await PostAsync(answer, "");
                    break;
                case "bytes":
                    await PostAsync(answer, [.. "{\"cars\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
                    break;
                case "megabyte":
                    await PostAsync(answer, $$"""{"cars":"{{new string('x', 1 << 20)}}"}""");
                    break;
                case "fail":
                    await PostAsync(
                        $"{api}/invocation/{id}/error",
                        """{"errorType":"BridgeHasNoRoom","errorMessage":"RESOURCE:MEMORY"}"""
                    );
                    break;
                case "exit":
                    return (int)order["code"]!;
                case "kill":
                    Process.GetCurrentProcess().Kill();
                    break;
                case "hang":
                    await Task.Delay(Timeout.Infinite);
                    break;
                case "big":
                    await PostAsync(answer, $"\"{new string('x', 7 << 20)}\"");
                    break;
                case "last":
                    await PostAsync(answer, "\"bye\"");
                    return 0;
                default:
                    Console.WriteLine("to standard output");
                    Console.Error.WriteLine("to standard error");
                    await PostAsync(answer, Describe(next, order, deadline));
                    break;
            }
        }
    }

    private static string Describe(HttpResponseMessage next, JsonObject order, long deadline) =>
        JsonSerializer.Serialize(
            new JsonObject
            {
                ["event"] = order.DeepClone(),
                ["process"] = Environment.ProcessId,
                ["handler"] = Environment.GetEnvironmentVariable("ANNOTATIONS_HANDLER"),
                ["name"] = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"),
                ["memory"] = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"),
                ["home"] = Environment.GetEnvironmentVariable("HOME"),
                ["arn"] = Header(next, "Lambda-Runtime-Invoked-Function-Arn"),
                ["remaining"] = deadline - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            }
        );

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.GetValues(name).Single();

    private static Task PostAsync(string address, string body) => PostAsync(address, Encoding.UTF8.GetBytes(body));

    private static async Task PostAsync(string address, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/json");
        using var response = await Client.PostAsync(new Uri(address), content);
    }
}
