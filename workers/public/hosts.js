/** The page of test hosts: what each host does with the messages of the frame that spoke. Sets its height, by the host's own rules. */
const frameOf = (name) => document.querySelector(`iframe[data-host=${name}]`);
const set = (frame, height) => {
  frame.style.height = `${height}px`;
  document.getElementById(frame.dataset.host).textContent = `${height} px`;
};
addEventListener("message", ({ data, source }) => {
  const of = (name) => frameOf(name).contentWindow === source;
  if (of("own") && data?.type === "whence:height") set(frameOf("own"), Math.min(3000, Math.max(200, data.height)));
  if (of("wordpress") && data?.message === "height" && data.secret === "AbCdEf1234")
    set(frameOf("wordpress"), Math.min(1000, Math.max(200, data.value)));
  if (of("amp") && data?.sentinel === "amp" && data.type === "embed-size") set(frameOf("amp"), data.height);
  const pym = of("pym") && typeof data === "string" && /^pymxPYMxboxxPYMxheightxPYMx(\d+)$/.exec(data);
  if (pym) set(frameOf("pym"), +pym[1]);
});
