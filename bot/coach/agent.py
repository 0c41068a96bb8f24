"""The agent graph: a model slot, the tools, limits. The planner plans first; a chat model where it has no plan.

This module imports LangChain, which costs more than everything else of a start: import it when the agent is
built (in a thread, while the greeting shows), never at the top of another module.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final

from langchain.agents import create_agent
from langchain.agents.middleware import (
    AgentMiddleware,
    ModelCallLimitMiddleware,
    ModelRequest,
    ModelResponse,
    ToolCallRequest,
)
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolCall, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.tools import BaseTool
from langgraph.types import Command

from bot.coach.facts import Found
from bot.coach.gates.arguments import MAY_CALL, unsaid
from bot.coach.model import ModelLine, spent
from bot.coach.model_prompt import ModelPrompt
from bot.coach.planner import Call, plan
from bot.coach.tools import build_tools
from bot.coach.workings import Workings
from bot.errors import ModelError
from bot.knowledge.retrieval import Searcher

MODEL_CALLS_PER_TURN = 4
"""The planner needs two; a turn that wants more is caught in a loop."""

_DONE: Final = "The facts are noted."
_MODEL: Final = "model-"
"""How the ids of a model's tool calls begin; we give them, whatever the model called them."""
_MOST_CALLS: Final = 4


class PlannerModel(BaseChatModel):
    """The embedded model: calls the tools its plan names, then leaves the wording to compose."""

    calls: tuple[Call, ...] = ()
    """What to call before anything is said."""

    @property
    def _llm_type(self) -> str:
        return "planner"

    def bind_tools(self, tools: Any, **kwargs: Any) -> PlannerModel:  # noqa: ANN401
        """Accept the tools; the plan already names the ones it needs."""
        return self

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        answered = any(isinstance(message, ToolMessage) for message in messages)
        if self.calls and not answered:
            calls = [
                ToolCall(name=call.tool, args=dict(call.arguments), id=f"call-{index}")
                for index, call in enumerate(self.calls)
            ]
            message = AIMessage(content="", tool_calls=calls)
        else:
            message = AIMessage(content=_DONE)
        return ChatResult(generations=[ChatGeneration(message=message)])


class _Slot(AgentMiddleware[Any, Workings]):
    """Puts into the model slot the planner with its plan, or the chat model where that leads nowhere."""

    def __init__(self, line: ModelLine | None, prompt: ModelPrompt | None, tools: list[BaseTool]) -> None:
        super().__init__()
        self._line = line
        self._prompt = prompt
        self._readers = [tool for tool in tools if tool.name in MAY_CALL]

    async def awrap_model_call(
        self,
        request: ModelRequest[Workings],
        handler: Callable[[ModelRequest[Workings]], Awaitable[ModelResponse[Any]]],
    ) -> ModelResponse[Any]:
        w = request.runtime.context
        calls = plan(w.frame, w.question, weighed=w.memory.runner.weight_kg is not None)
        worked = any(isinstance(message, ToolMessage) for message in request.messages)
        if self._line is not None and self._prompt is not None and _needs_help(w, planned=bool(calls), worked=worked):
            asked = request.override(
                model=self._line.model,
                tools=list(self._readers),
                system_message=SystemMessage(self._prompt.system),
                messages=list[Any](
                    [*self._prompt.history(w.memory.exchanges), HumanMessage(self._prompt.find(w.message.text))]
                ),
            )
            try:
                return _renamed(w, await self._line.guard(handler(asked)))
            except ModelError:
                w.asks_model = False  # it failed in this turn: the coach words the reply, too
        return await handler(request.override(model=PlannerModel(calls=calls)))

    async def awrap_tool_call(
        self,
        request: ToolCallRequest,
        handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]],
    ) -> ToolMessage | Command[Any]:
        call = request.tool_call
        if not str(call["id"]).startswith(_MODEL):
            return await handler(request)
        w: Any = request.runtime.context
        said = [w.message.text, *(exchange.said for exchange in w.memory.exchanges)]
        if call["name"] not in MAY_CALL or unsaid(call["args"], said):
            return ToolMessage(content="not allowed", tool_call_id=str(call["id"]), status="error")
        return await handler(request)


def _needs_help(w: Workings, *, planned: bool, worked: bool) -> bool:
    """Whether the chat model is to choose tools: once, where the planner has no plan or its search found nothing."""
    if not w.asks_model or w.use.calls:
        return False
    if not worked:
        return not planned
    return bool(w.facts) and all(isinstance(fact, Found) and fact.retrieval.zone != "answer" for fact in w.facts)


def _renamed(w: Workings, response: ModelResponse[Any]) -> ModelResponse[Any]:
    """Count the call, and give its tool calls ids by which they are known as a model's."""
    for message in response.result:
        if isinstance(message, AIMessage):
            w.use += spent(message)
            message.tool_calls = [
                ToolCall(name=call["name"], args=call["args"], id=f"{_MODEL}{number}", type="tool_call")
                for number, call in enumerate(message.tool_calls[:_MOST_CALLS])
            ]
    return response


class Agent:
    """Lets the model slot call tools until the turn's facts are noted."""

    def __init__(self, searcher: Searcher, *, line: ModelLine | None = None, prompt: ModelPrompt | None = None) -> None:
        """Build the graph once; it holds no state between turns."""
        tools = build_tools(searcher)
        middleware: list[AgentMiddleware[Any, Any, Any]] = [
            _Slot(line, prompt, tools),
            ModelCallLimitMiddleware(run_limit=MODEL_CALLS_PER_TURN, exit_behavior="error"),
        ]
        self._graph = create_agent(PlannerModel(), tools, middleware=middleware, context_schema=Workings)

    async def work(self, workings: Workings) -> None:
        """Run one turn: its facts and staged writes stand in the workings afterwards."""
        message = HumanMessage(workings.message.text)
        await self._graph.ainvoke({"messages": [message]}, context=workings)
        if any(fact.retrieval.zone == "answer" for fact in workings.of(Found)):
            # A search that found nothing is no news once another one did.
            workings.facts[:] = [
                fact for fact in workings.facts if not isinstance(fact, Found) or fact.retrieval.zone == "answer"
            ]
