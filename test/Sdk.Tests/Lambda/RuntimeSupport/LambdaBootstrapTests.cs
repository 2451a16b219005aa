using System.Text;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Sdk.Tests.Lambda.RuntimeSupport;

public sealed partial class LambdaBootstrapTests : IDisposable
{
    private static readonly SourceGeneratorLambdaJsonSerializer<OrderJson> Serializer = new();

    // A bootstrap takes the console over.
    private readonly TextWriter output = Console.Out;
    private readonly TextWriter error = Console.Error;
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken
    );

    public void Dispose()
    {
        stop.Dispose();
        Console.SetOut(output);
        Console.SetError(error);
    }

    [Fact]
    public async Task Event_is_handled_and_its_answer_is_posted()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var running = RunAsync(api, Create(static (order, _) => Task.FromResult(new Receipt($"{order.Item}!"))));

        var id = api.Give("""{"Item":"tea"}""");

        var posted = await api.PostedAsync();
        posted.Path.ShouldBe($"invocation/{id}/response");
        posted.ContentType.ShouldBe("application/json");
        posted.Body.ShouldBe("""{"Text":"tea!"}""");
        await StopAsync(running);
    }

    [Fact]
    public async Task Shorter_answer_holds_nothing_of_a_longer_one_before_it()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var running = RunAsync(api, Create(static (order, _) => Task.FromResult(new Receipt(order.Item))));

        foreach (var item in (string[])["a long item", "b", "", "a longer item than all before"])
        {
            api.Give($$"""{"Item":"{{item}}"}""");
            (await api.PostedAsync()).Body.ShouldBe($$"""{"Text":"{{item}}"}""");
        }

        await StopAsync(running);
    }

    [Fact]
    public async Task Failed_invocation_is_reported_and_the_next_is_handled()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var running = RunAsync(
            api,
            Create(
                static (order, _) =>
                    order.Item == "gin"
                        ? throw new OutOfStockException("No \"gin\" is left, désolé.")
                        : Task.FromResult(new Receipt(order.Item))
            )
        );

        var id = api.Give("""{"Item":"gin"}""");
        var posted = await api.PostedAsync();
        posted.Path.ShouldBe($"invocation/{id}/error");
        posted.ContentType.ShouldBe("application/vnd.aws.lambda.error+json");
        posted.ErrorType.ShouldBe(nameof(OutOfStockException));
        posted.Json["errorType"]!.GetValue<string>().ShouldBe(nameof(OutOfStockException));
        posted.Json["errorMessage"]!.GetValue<string>().ShouldBe("No \"gin\" is left, désolé.");
        posted.Json["stackTrace"]!.AsArray()[0]!.GetValue<string>().ShouldStartWith("at ");

        api.Give("""{"Item":"tea"}""");
        (await api.PostedAsync()).Body.ShouldBe("""{"Text":"tea"}""");
        await StopAsync(running);
    }

    [Fact]
    public async Task Event_that_is_not_the_JSON_of_its_type_is_reported_with_the_type()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var running = RunAsync(api, Create(static (order, _) => Task.FromResult(new Receipt(order.Item))));

        api.Give("{not json");

        var posted = await api.PostedAsync();
        posted.ErrorType.ShouldBe(nameof(JsonSerializerException));
        posted.Json["errorMessage"]!.GetValue<string>().ShouldContain(typeof(Order).FullName!);
        posted.Json["cause"]!["errorType"]!.GetValue<string>().ShouldBe("JsonException");
        await StopAsync(running);
    }

    [Fact]
    public async Task Context_tells_what_came_with_the_event()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var deadline = DateTimeOffset.UtcNow.AddSeconds(30);
        api.Headers["Lambda-Runtime-Deadline-Ms"] = $"{deadline.ToUnixTimeMilliseconds()}";
        api.Headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:r:1:function:shop:live";
        api.Headers["Lambda-Runtime-Trace-Id"] = "Root=1-2-3";
        api.Headers["Lambda-Runtime-Client-Context"] =
            """{"client":{"app_title":"Till"},"custom":{"shelf":"3"},"env":{"locale":"fr"}}""";
        api.Headers["Lambda-Runtime-Cognito-Identity"] = """{"cognitoIdentityId":"me","cognitoIdentityPoolId":"us"}""";
        var seen = new TaskCompletionSource<(ILambdaContext Context, TimeSpan Remaining, string Trace)>();
        var running = RunAsync(
            api,
            Create(
                (order, context) =>
                {
                    seen.SetResult((context, context.RemainingTime, LambdaTraceProvider.CurrentTraceId));
                    return Task.FromResult(new Receipt(order.Item));
                }
            )
        );

        var id = api.Give("""{"Item":"tea"}""");
        var (context, remaining, trace) = await seen.Task;
        await api.PostedAsync();

        context.AwsRequestId.ShouldBe(id);
        context.InvokedFunctionArn.ShouldBe("arn:aws:lambda:r:1:function:shop:live");
        context.TraceId.ShouldBe("Root=1-2-3");
        trace.ShouldBe("Root=1-2-3");
        Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID").ShouldBe("Root=1-2-3");
        remaining.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        context.Serializer.ShouldBeSameAs(Serializer);
        context.ClientContext.Client.AppTitle.ShouldBe("Till");
        context.ClientContext.Client.AppPackageName.ShouldBeNull();
        context.ClientContext.Custom["shelf"].ShouldBe("3");
        context.ClientContext.Environment["locale"].ShouldBe("fr");
        context.Identity.IdentityId.ShouldBe("me");
        context.Identity.IdentityPoolId.ShouldBe("us");
        await StopAsync(running);
    }

    [Fact]
    public async Task Function_without_an_answer_posts_an_empty_one()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var running = RunAsync(
            api,
            LambdaBootstrapBuilder.Create<Order>(static (_, _) => Task.CompletedTask, Serializer)
        );

        var id = api.Give("""{"Item":"tea"}""");

        var posted = await api.PostedAsync();
        posted.Path.ShouldBe($"invocation/{id}/response");
        posted.Body.ShouldBeEmpty();
        await StopAsync(running);
    }

    [Fact]
    public async Task Stream_is_passed_through()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        Func<Stream, ILambdaContext, Task<Stream>> handler = static async (input, _) =>
        {
            using var reader = new StreamReader(input);
            return new MemoryStream(Encoding.UTF8.GetBytes(await reader.ReadToEndAsync() + "?"));
        };
        var running = RunAsync(api, LambdaBootstrapBuilder.Create(handler));

        api.Give("really");

        (await api.PostedAsync()).Body.ShouldBe("really?");
        await StopAsync(running);
    }

    [Fact]
    public async Task Failed_start_is_reported_and_ends_the_process()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var builder = Create(static (order, _) => Task.FromResult(new Receipt(order.Item)))
            .UseBootstrapHandler(static () => throw new OutOfStockException("Nothing to sell."));

        await Should.ThrowAsync<OutOfStockException>(RunAsync(api, builder));

        var posted = await api.PostedAsync();
        posted.Path.ShouldBe("init/error");
        posted.Json["errorMessage"]!.GetValue<string>().ShouldBe("Nothing to sell.");
        api.Waiting.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Start_that_declines_asks_for_no_event()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        var builder = Create(static (order, _) => Task.FromResult(new Receipt(order.Item)))
            .UseBootstrapHandler(static () => Task.FromResult(false));

        await RunAsync(api, builder);

        api.Waiting.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Runtime_API_that_refuses_ends_the_process()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        api.NextStatus = StatusCodes.Status500InternalServerError;

        var thrown = await Should.ThrowAsync<Exception>(
            RunAsync(api, Create(static (order, _) => Task.FromResult(new Receipt(order.Item))))
        );

        thrown.Message.ShouldContain("Container error");
        thrown.Message.ShouldContain("no more");
    }

    [Fact]
    public async Task Answer_that_is_refused_ends_the_process()
    {
        await using var api = await LoopbackRuntimeApi.StartAsync();
        api.PostStatus = StatusCodes.Status400BadRequest;
        var running = RunAsync(api, Create(static (order, _) => Task.FromResult(new Receipt(order.Item))));

        api.Give("""{"Item":"tea"}""");

        (await Should.ThrowAsync<Exception>(running)).Message.ShouldContain("400");
    }

    private static LambdaBootstrapBuilder Create(Func<Order, ILambdaContext, Task<Receipt>> handler) =>
        LambdaBootstrapBuilder.Create(handler, Serializer);

    private async Task RunAsync(LoopbackRuntimeApi api, LambdaBootstrapBuilder builder)
    {
        using var client = new HttpClient();
        using var bootstrap = builder
            .UseHttpClient(client)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.HostAndPort)
            .Build();
        await bootstrap.RunAsync(stop.Token);
    }

    private async Task StopAsync(Task running)
    {
        await stop.CancelAsync();
        await running;
    }

    internal sealed record Order(string Item);

    internal sealed record Receipt(string Text);

    internal sealed class OutOfStockException(string message) : Exception(message);

    [JsonSerializable(typeof(Order))]
    [JsonSerializable(typeof(Receipt))]
    internal sealed partial class OrderJson : JsonSerializerContext;
}
