using Amazon.Lambda.Annotations.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SonicBridge.Sdk.Tests.Lambda.Annotations;

public sealed class GeneratorTests
{
    private const string Seller =
        "namespace Shop { public class Seller { [LambdaFunction] public Task<string> Sell(string item) => null!; } }";

    [Fact]
    public void Each_function_has_a_class_and_an_executable_a_Main()
    {
        var generated = CSharpGeneratorDriver
            .Create(new Generator())
            .RunGenerators(
                new AProject()
                    .WithMain()
                    .With(Seller)
                    .With("namespace Web { public class Page { [LambdaFunction] public Task Show() => null!; } }")
                    .Compilation(),
                TestContext.Current.CancellationToken
            )
            .GetRunResult();

        generated
            .Results.Single()
            .GeneratedSources.Select(static source => source.HintName)
            .ShouldBe(["Seller_Sell_Generated.g.cs", "Page_Show_Generated.g.cs", "Program.g.cs"]);
        var program = generated.GeneratedTrees.Last().ToString();
        program.ShouldContain("namespace Shop;");
        program.ShouldContain("public class GeneratedProgram");
        program.ShouldContain("case \"Sell\":");
        program.ShouldContain("new Web.Page_Show_Generated().Show");
    }

    [Fact]
    public void Library_has_the_classes_alone() =>
        Run(new AProject().AsLibrary().With(Seller).Compilation())
            .GetRunResult()
            .Results.Single()
            .GeneratedSources.ShouldHaveSingleItem()
            .HintName.ShouldBe("Seller_Sell_Generated.g.cs");

    [Fact]
    public void Serializer_of_a_method_goes_before_that_of_the_assembly() =>
        Run(
                new AProject()
                    .WithMain()
                    .With("namespace Shop { public class Other : Copy { } }")
                    .With(Seller.Replace("[LambdaFunction]", "[LambdaFunction, LambdaSerializer(typeof(Shop.Other))]"))
                    .Compilation()
            )
            .GetRunResult()
            .GeneratedTrees.Last()
            .ToString()
            .ShouldContain("new Shop.Other()");

    [Fact]
    public void Nothing_is_written_again_while_the_functions_stay_the_same()
    {
        var compilation = new AProject().WithMain().With(Seller).Compilation();
        var driver = CSharpGeneratorDriver.Create(
            [new Generator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );

        var after = driver
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .RunGenerators(
                compilation.AddSyntaxTrees(
                    CSharpSyntaxTree.ParseText(
                        "class Unrelated { }",
                        cancellationToken: TestContext.Current.CancellationToken
                    )
                ),
                TestContext.Current.CancellationToken
            );

        after
            .GetRunResult()
            .Results.Single()
            .TrackedOutputSteps.SelectMany(static step => step.Value)
            .SelectMany(static step => step.Outputs)
            .ShouldAllBe(static output => output.Reason == IncrementalStepRunReason.Cached);
    }

    private static GeneratorDriver Run(CSharpCompilation compilation) =>
        CSharpGeneratorDriver.Create(new Generator()).RunGenerators(compilation, TestContext.Current.CancellationToken);
}
