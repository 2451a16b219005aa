using SonicBridge.Steps.Flows;

namespace SonicBridge.Steps.Tests.Flows;

public sealed class FunctionAddressTests
{
    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:invoke-fargate-task")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:invoke-fargate-task:live")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:invoke-fargate-task:7")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:invoke-fargate-task:$LATEST")]
    [InlineData("111122223333:function:invoke-fargate-task")]
    [InlineData("111122223333:invoke-fargate-task:live")]
    [InlineData("us-east-1:111122223333:function:invoke-fargate-task")]
    [InlineData("function:invoke-fargate-task")]
    [InlineData("invoke-fargate-task")]
    [InlineData("invoke-fargate-task:$LATEST")]
    public void A_function_is_known_by_each_of_its_names(string parameter) =>
        AContactFlow.Old.Match(parameter).ShouldBe(FunctionMatch.Same);

    [Theory]
    [InlineData("arn:aws:lambda:eu-west-2:111122223333:function:invoke-fargate-task")]
    [InlineData("arn:aws:lambda:us-east-1:444455556666:function:invoke-fargate-task:live")]
    [InlineData("444455556666:function:invoke-fargate-task")]
    public void One_of_the_same_name_elsewhere_is_told_from_it(string parameter) =>
        AContactFlow.Old.Match(parameter).ShouldBe(FunctionMatch.Elsewhere);

    [Theory]
    [InlineData("$.Attributes.function")]
    [InlineData("$.External.arn")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:$.Attributes.name")]
    [InlineData("$['Attributes']['function']")]
    public void What_an_attribute_names_cannot_be_judged(string parameter) =>
        AContactFlow.Old.Match(parameter).ShouldBe(FunctionMatch.Unknown);

    [Theory]
    [InlineData("")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:another")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:invoke-fargate-task-2")]
    [InlineData("arn:aws:lambda:us-east-1:111122223333:function:another:invoke-fargate-task")]
    [InlineData("INVOKE-FARGATE-TASK")]
    [InlineData("arn:aws:states:us-east-1:111122223333:stateMachine:invoke-fargate-task")]
    public void Others_are_others(string parameter) => AContactFlow.Old.Match(parameter).ShouldBe(FunctionMatch.Other);

    [Fact]
    public void Its_address_is_read_without_version_or_alias() =>
        FunctionAddress.Parse($"{AContactFlow.OldArn}:live").ShouldBe(AContactFlow.Old);

    [Theory]
    [InlineData("invoke-fargate-task")]
    [InlineData("arn:aws:lambda:us-east-1:function:invoke-fargate-task")]
    public void An_address_needs_the_whole_ARN(string arn) =>
        Should.Throw<FormatException>(() => FunctionAddress.Parse(arn)).Message.ShouldContain(arn);
}
