namespace SonicBridge.Sdk.Tests.Lambda.Annotations;

public sealed class GeneratorFindingTests
{
    private const string Sell = """
        namespace Shop.Till
        {
            public class Seller
            {
                [LambdaFunction] public Task<string> Sell(string item) => Task.FromResult(item);
            }
        }
        """;

    private const string Startup = """
        using Microsoft.Extensions.DependencyInjection;
        [LambdaStartup] public class Startup { public void ConfigureServices(IServiceCollection services) { } }
        """;

    [Fact]
    public void Two_functions_of_one_name_cannot_be_told_apart()
    {
        var finding = new AProject()
            .WithMain()
            .With(Sell)
            .With(
                "namespace Shop.Web { public class Seller2 { [LambdaFunction] public Task Sell(string item) => null!; } }"
            )
            .Findings()
            .ShouldHaveSingleItem();

        finding.Id.ShouldBe("AWSLambda0107");
        finding.GetMessage().ShouldContain("'Sell'");
        finding.GetMessage().ShouldContain("ANNOTATIONS_HANDLER");
        finding.Location.GetLineSpan().StartLinePosition.Character.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Function_needs_a_serializer() =>
        Finding(new AProject().WithoutSerializer().With(Sell)).ShouldBe("AWSLambda0108");

    [Fact]
    public void Library_can_have_no_Main() =>
        Finding(new AProject().AsLibrary().WithMain().With(Sell)).ShouldBe("AWSLambda0111");

    [Fact]
    public void Runtime_is_one_that_Lambda_has() =>
        Finding(new AProject().WithMain("GenerateMain = true, Runtime = \"dotnet3\"").With(Sell))
            .ShouldBe("AWSLambda0112");

    [Fact]
    public void Main_needs_a_function() => Finding(new AProject().WithMain()).ShouldBe("AWSLambda0113");

    [Fact]
    public void There_is_one_Main() =>
        Finding(new AProject().WithMain().With(Sell).With("class Program { static void Main() { } }"))
            .ShouldBe("AWSLambda0114");

    [Fact]
    public void Main_needs_the_runtime() =>
        Finding(new AProject().WithMain().With(Sell).WithoutReferenceTo("Amazon.Lambda.RuntimeSupport"))
            .ShouldBe("AWSLambda0104");

    [Fact]
    public void Startup_needs_a_container() =>
        Finding(new AProject().With(Startup).With(Sell).WithoutReferenceTo("Microsoft.Extensions.DependencyInjection"))
            .ShouldBe("AWSLambda0104");

    [Fact]
    public void Startup_that_registers_nothing_needs_none() =>
        new AProject()
            .With("[LambdaStartup] public class Startup { }")
            .With(Sell)
            .WithoutReferenceTo("Microsoft.Extensions.DependencyInjection")
            .Findings()
            .ShouldBeEmpty();

    [Fact]
    public void There_is_one_startup() =>
        Finding(new AProject().With(Startup).With("[LambdaStartup] public class Startup2 { }").With(Sell))
            .ShouldBe("AWSLambda0101");

    [Theory]
    [InlineData("sell-it")]
    [InlineData("")]
    [InlineData("séll")]
    public void Resource_name_is_letters_and_digits(string name) =>
        Finding(new AProject().With(Sell.Replace("[LambdaFunction]", $"[LambdaFunction(ResourceName = \"{name}\")]")))
            .ShouldBe("AWSLambda0106");

    [Theory]
    [InlineData("public string Sell(string item) => item;", "Task")]
    [InlineData("public void Sell(string item) { }", "Task")]
    [InlineData("public ValueTask Sell(string item) => default;", "Task")]
    [InlineData("public static Task Sell(string item) => Task.CompletedTask;", "static")]
    [InlineData("public Task Sell(string item, string other) => Task.CompletedTask;", "ILambdaContext")]
    [InlineData("public Task Sell(ILambdaContext context) => Task.CompletedTask;", "ILambdaContext")]
    [InlineData("public Task Sell(ILambdaContext context, string item) => Task.CompletedTask;", "ILambdaContext")]
    public void Signature_is_one_that_an_event_can_call(string method, string complaint)
    {
        var finding = new AProject()
            .With($"public class Seller {{ [LambdaFunction] {method} }}")
            .Findings()
            .ShouldHaveSingleItem();

        finding.Id.ShouldBe("AWSLambda0117");
        finding.GetMessage().ShouldContain(complaint);
    }

    [Fact]
    public void Class_of_a_function_is_not_nested() =>
        Finding(new AProject().With($"public class Outer {{ {Sell[(Sell.IndexOf('{') + 1)..]}"))
            .ShouldBe("AWSLambda0117");

    private static string Finding(AProject project) => project.Findings().ShouldHaveSingleItem().Id;
}
